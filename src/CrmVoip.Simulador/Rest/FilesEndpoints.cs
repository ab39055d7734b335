using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Rest;

/// <summary>Recordings need no token, as at the provider: a public address that redirects to the file server.</summary>
public static class FilesEndpoints
{
    public static void MapFiles(this WebApplication app)
    {
        app.MapGet("/files/listen/{nome}", (string nome, Gravacoes gravacoes) =>
            gravacoes.ArquivoPronto(nome) is null ? Results.NotFound() : Results.Redirect($"/arquivos/{nome}"));

        app.MapGet("/arquivos/{nome}", (string nome, Gravacoes gravacoes) =>
            gravacoes.ArquivoPronto(nome) is { } arquivo
                ? Results.File(arquivo, "audio/wav", enableRangeProcessing: true)
                : Results.NotFound());
    }
}
