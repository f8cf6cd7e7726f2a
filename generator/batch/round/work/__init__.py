"""The papers made, by processes here and elsewhere."""
