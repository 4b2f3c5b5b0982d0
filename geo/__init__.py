"""Tables to answers and figures: boundaries, the one join, selections, views. No streamlit."""
