"""The tutorial's page as a Dash app, over the same tables: they are read once, a callback filters and draws with Plotly.

`python dash_app.py PORT` serves it on the loopback with the server that Dash brings along. Scripts come from this server; the base
map that Plotly would ask a CDN for is an empty one of its own.
"""

import json
import logging
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
from dash import Dash, Input, Output, dash_table, dcc, html
from flask import Response

BUILT = Path(__file__).parents[3] / "data" / "built"
COLUMNS = ["name", "value", "printed_value", "status", "page", "table"]
LAYERS = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")

indicators = pd.read_csv(BUILT / "indicators.csv")
indicators = indicators[indicators["topic"] == "prisons"].sort_values("order").set_index("indicator_id")
subregions = pd.read_csv(BUILT / "subregions.csv").set_index("subregion_id")["name"]
boundaries = json.loads((BUILT / "boundaries.geojson").read_text(encoding="utf-8"))
values = pd.read_csv(BUILT / "countries.csv").merge(pd.read_csv(BUILT / "indicator_values.csv"), on="iso3")

app = Dash(__name__, serve_locally=True, title="Citizen security")
app.layout = html.Div(
    [
        html.H1("Citizen security in Latin America and the Caribbean"),
        html.Label("Indicator", htmlFor="indicator"),
        dcc.Dropdown(indicators["name"].to_dict(), indicators.index[0], id="indicator", clearable=False, maxHeight=400),
        html.Label("Sub-region", htmlFor="subregion"),
        dcc.Dropdown(subregions.to_dict(), [], id="subregion", multi=True, maxHeight=400),
        dcc.Graph(id="map", config={"topojsonURL": "/topology/"}),
        dash_table.DataTable(id="table", columns=[{"name": name, "id": name} for name in COLUMNS], page_size=40),
    ]
)


@app.callback(
    Output("map", "figure"), Output("table", "data"), Input("indicator", "value"), Input("subregion", "value")
)
def draw(indicator: str, chosen: list[str] | None) -> tuple[go.Figure, list[dict[str, Any]]]:
    """Return the map of an indicator and its rows, for the chosen sub-regions or for all."""
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
    return figure, shown[COLUMNS].to_dict("records")


@app.server.route("/topology/<name>")
def empty_base_map(name: str) -> Response:
    """Answer with a base map of no shapes: Plotly draws nothing while it has none."""
    empty = {layer: {"type": "GeometryCollection", "geometries": []} for layer in LAYERS}
    return Response(json.dumps({"type": "Topology", "arcs": [], "objects": empty}), mimetype="application/json")


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
