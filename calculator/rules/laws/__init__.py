"""One module per law, named as the law is; each holds that law and nothing else."""
