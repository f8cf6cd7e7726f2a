"""The words by which documents name their parts, in Chinese and English: data, no code."""
