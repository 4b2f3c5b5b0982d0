"""Figures as pictures for a slide, a page or print: PNG, SVG and PDF, drawn from the very data that the screen's figures get."""
