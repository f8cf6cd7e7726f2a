"""(interim) broken syntax"""
from generator.diagnostics import Location
def repair(text, file, failure, report):
    report.error("yaml-syntax", Location(file, failure.line, failure.column), problem=failure.problem)
    return None
