# Two images from one file: the product (default target) and, for demonstrations, `--target simulador`.
FROM node:20-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props CodeMetricsConfig.txt .editorconfig ./
COPY src/CrmVoip/CrmVoip.csproj src/CrmVoip/Frontend.targets src/CrmVoip/packages.lock.json src/CrmVoip/
COPY src/CrmVoip.Simulador/CrmVoip.Simulador.csproj src/CrmVoip.Simulador/packages.lock.json src/CrmVoip.Simulador/
RUN dotnet restore src/CrmVoip --locked-mode && dotnet restore src/CrmVoip.Simulador --locked-mode
COPY wwwroot wwwroot
COPY src src
RUN dotnet publish src/CrmVoip -c Release --no-restore -o /out/crmvoip \
    && dotnet publish src/CrmVoip.Simulador -c Release --no-restore -o /out/simulador

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS simulador
WORKDIR /app
COPY --from=build /out/simulador .
RUN mkdir /dados && chown $APP_UID /dados
USER $APP_UID
ENV SIMULADOR_HOST=0.0.0.0 SIMULADOR_PORT=5090 Simulador__Dados=/dados
EXPOSE 5090
ENTRYPOINT ["dotnet", "CrmVoip.Simulador.dll"]

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS crmvoip
WORKDIR /app
COPY --from=build /out/crmvoip .
# A volume mounted here for the first time takes over this owner.
RUN mkdir /cofre && chown $APP_UID /cofre && chmod 700 /cofre
USER $APP_UID
ENV ASPNETCORE_HTTP_PORTS=8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "CrmVoip.dll"]
