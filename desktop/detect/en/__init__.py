"""English: figures that are sure, and nothing else."""
