"""Speed and memory, measured, as ratios within one run. No test: nothing here fails."""
