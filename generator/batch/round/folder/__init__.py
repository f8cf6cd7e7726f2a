"""The folder of a round on the disk: who may write it, what lies in it, and how files come to their places."""
