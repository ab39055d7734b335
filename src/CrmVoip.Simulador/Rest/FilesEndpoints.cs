using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Rest;

/// <summary>Recordings need no token, as at the provider: a public address that redirects to the file server.</summary>
public static class FilesEndpoints
{
    public static void MapFiles(this WebApplication app)
    {
        app.MapGet("/files/listen/{id:guid}.wav", (Guid id, Gravacoes gravacoes) =>
            gravacoes.ArquivoPronto(id) is null ? Results.NotFound() : Results.Redirect($"/arquivos/{id}.wav"));

        app.MapGet("/arquivos/{id:guid}.wav", (Guid id, Gravacoes gravacoes) =>
            gravacoes.ArquivoPronto(id) is { } arquivo
                ? Results.File(arquivo, "audio/wav", enableRangeProcessing: true)
                : Results.NotFound());
    }
}
