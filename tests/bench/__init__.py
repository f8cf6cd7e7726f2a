"""Speed and memory, measured as ratios against a peer in the same run. Not collected by pytest: `python -m tests.bench`."""
