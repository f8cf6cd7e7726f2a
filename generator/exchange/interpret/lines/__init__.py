"""Lines made plain before they are read: furniture and contents out, numbers to the front, broken lines joined."""
