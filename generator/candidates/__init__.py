"""The candidates' file, CSV or XLSX, read and checked."""

from generator.candidates.candidate import CALLED, FIELDS, Candidate, CandidateList
from generator.candidates.identity import masked
from generator.candidates.order import in_seat_order
from generator.candidates.read import read_candidates

__all__ = ["CALLED", "FIELDS", "Candidate", "CandidateList", "in_seat_order", "masked", "read_candidates"]
