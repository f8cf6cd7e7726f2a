"""Banks as tables: a row for each question, headers in Chinese or English, in a workbook or as CSV."""
