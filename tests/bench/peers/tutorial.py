"""The peer: the page that a Streamlit tutorial teaches, over the same tables. Files are read on each run, Plotly draws the map."""

import json
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

BUILT = Path(__file__).parents[3] / "data" / "built"

st.set_page_config(layout="wide")
st.title("Citizen security in Latin America and the Caribbean")

indicators = pd.read_csv(BUILT / "indicators.csv")
indicators = indicators[indicators["topic"] == "prisons"].sort_values("order").set_index("indicator_id")
subregions = pd.read_csv(BUILT / "subregions.csv").set_index("subregion_id")["name"]
boundaries = json.loads((BUILT / "boundaries.geojson").read_text(encoding="utf-8"))
values = pd.read_csv(BUILT / "countries.csv").merge(pd.read_csv(BUILT / "indicator_values.csv"), on="iso3")

indicator = st.selectbox("Indicator", indicators.index, format_func=indicators["name"].get)
chosen = st.multiselect("Sub-region", subregions.index, format_func=subregions.get)

shown = values[(values["indicator_id"] == indicator) & values["value"].notna()]
if chosen:
    shown = shown[shown["subregion_id"].isin(chosen)]

figure = px.choropleth(
    shown,
    geojson=boundaries,
    locations="iso3",
    featureidkey="properties.iso3",
    color="value",
    hover_name="name",
    color_continuous_scale="Reds",
)
figure.update_geos(fitbounds="locations", visible=False)
st.plotly_chart(figure)
st.dataframe(shown[["name", "value", "printed_value", "status", "page", "table"]])
