"""What every page is made of: navigation, frame, URL, filters, figures, notes, downloads."""
