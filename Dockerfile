# Built by hand or by docker compose; not built in CI (README.md).
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The build restores the front-end packages (docs/adr/0021), so this stage needs Node 20 or later.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/ src/
RUN dotnet publish src/MinaTjanster.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
# The user `app` comes with the image and is not root. It writes logs, and nothing else.
RUN mkdir -p /var/log/minatjanster && chown app:app /var/log/minatjanster
ENV ASPNETCORE_ENVIRONMENT=Production \
    ASPNETCORE_URLS=http://+:8080 \
    Loggning__Fil=/var/log/minatjanster/portal-.log
USER app
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=6s --start-period=30s CMD curl -fsS http://localhost:8080/halsa || exit 1
ENTRYPOINT ["dotnet", "MinaTjanster.Web.dll"]
