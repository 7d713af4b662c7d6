"""All figures as a data frame. `value` is missing where the source gives no exact number; `state` says why."""
import pandas

SERVER = "http://127.0.0.1:8080"

figures = pandas.read_csv(f"{SERVER}/extracts/figures.csv", dtype={"period": "string"})
print(figures["state"].value_counts())
print(figures.groupby("metric_code")["value"].agg(["count", "sum"]))
