"""What is drawn and written for the documents: `python docs/pictures.py`."""
