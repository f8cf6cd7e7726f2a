"""A hiring round: many candidates, each with a paper; forms dealt out, files delivered one by one."""
