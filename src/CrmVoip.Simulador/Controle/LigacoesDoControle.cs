using CrmVoip.Simulador.Ligacoes;

namespace CrmVoip.Simulador.Controle;

public static class LigacoesDoControle
{
    private const int JanelaPadraoMs = 1500;

    public static void MapLigacoesDoControle(this RouteGroupBuilder controle)
    {
        controle.MapGet("/ligacoes", (string? numero, string? ramal, string? dominio, Central central) =>
            central.Recentes.Where(item => Cabe(item.Ligacao, numero, ramal, dominio)).Select(VistaDaLigacao.Criar));

        controle.MapGet("/ligacoes/{id:guid}", (Guid id, Central central) =>
            Buscar(central, id) is { } item ? Results.Ok(VistaDaLigacao.Criar(item)) : Results.NotFound());

        controle.MapGet("/ligacoes/{id:guid}/audio", (Guid id, int? ms, Central central) =>
            Buscar(central, id) is { } item
                ? Results.Ok(VistaDaLigacao.Analisar(item, TimeSpan.FromMilliseconds(ms ?? JanelaPadraoMs)))
                : Results.NotFound());

        controle.MapPost("/ligacoes/{id:guid}/desligar", DesligarAsync);
    }

    private static async Task<IResult> DesligarAsync(Guid id, Central central, Entradas entradas, TimeProvider relogio)
    {
        if (central.EmCurso.FirstOrDefault(item => item.Ligacao.Id == id) is not { } item)
        {
            return await entradas.DesistirAsync(id) ? Results.NoContent() : Results.NotFound();
        }

        await central.DesligarAsync(item, relogio.GetUtcNow(), item.Ligacao.Comportamento.Causa);
        return Results.NoContent();
    }

    private static bool Cabe(Ligacao ligacao, string? numero, string? ramal, string? dominio) =>
        (numero is null || ligacao.Numero == (NumeroDiscado.Ler(numero)?.ComZero ?? numero))
        && (ramal is null || ligacao.Ramal.Numero == ramal)
        && (dominio is null || ligacao.Conta.Dominio == dominio);

    private static LigacaoEmCurso? Buscar(Central central, Guid id) =>
        central.Recentes.FirstOrDefault(item => item.Ligacao.Id == id);
}
