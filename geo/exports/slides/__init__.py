"""A view or a story as a PowerPoint file: `plan` says what stands on which slide, `deck` writes it with native charts and tables."""
