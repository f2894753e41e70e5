"""Benchmarks: what the product does against the same work done by hand, in one run, as ratios."""
