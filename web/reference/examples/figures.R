# All figures as a table. `value` is NA where the source gives no exact number; `state` says why. Base R is enough.
server <- "http://127.0.0.1:8080"
figures <- read.csv(paste0(server, "/extracts/figures.csv"), encoding = "UTF-8")
print(table(figures$state))

exact <- figures[!is.na(figures$value), ]
print(aggregate(value ~ metric_code, data = exact, FUN = length))
