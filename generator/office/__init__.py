"""Files of office programs, unpacked and read within bounds: what a stranger sends cannot hurt."""
