using CrmVoip.Simulador.Contas;
using CrmVoip.Simulador.Ligacoes;
using CrmVoip.Simulador.Rest;
using CrmVoip.Simulador.Webhooks;

namespace CrmVoip.Simulador.Controle;

/// <summary>Calls that a test makes itself, what the provider says of them later, and what really happened.</summary>
public static class LigacoesForaDoNavegador
{
    private const double ToqueDaEntrada = 20;

    public static void MapLigacoesForaDoNavegador(this RouteGroupBuilder controle)
    {
        controle.MapPost("/ligacoes", (LigacaoDeMesaPedida pedida, ContasDeDemonstracao contas, LigacoesDeMesa mesa, TimeProvider relogio) =>
        {
            if (contas.PorDominio(pedida.Dominio)?.Ramal(pedida.Ramal) is not { } ramal)
            {
                return Results.NotFound();
            }

            var registro = pedida.ParaRegistro(ramal, relogio.GetUtcNow());
            mesa.Iniciar(registro);
            return Results.Ok(new { id = registro.Id, outroId = registro.OutroId });
        });

        controle.MapPost("/entradas", (EntradaPedida pedida, ContasDeDemonstracao contas, Entradas entradas) =>
        {
            if (contas.PorDominio(pedida.Dominio) is not { } conta || conta.Ramal(pedida.Ramal) is not { } ramal)
            {
                return Results.NotFound();
            }

            TimeSpan? fala = pedida.FalaSegundos is { } segundos ? TimeSpan.FromSeconds(segundos) : null;
            var numero = NumeroDiscado.Ler(pedida.Numero)?.ComZero ?? pedida.Numero;
            var ligacao = entradas.Ligar(conta, ramal, numero, TimeSpan.FromSeconds(pedida.ToqueSegundos ?? ToqueDaEntrada), fala);
            return Results.Ok(new { id = ligacao.Id, tocando = ligacao.Fim is null });
        });

        controle.MapPost("/ligacoes/{id:guid}/correcao", Corrigir);
        controle.MapGet("/verdade", (string? dominio, ContasDeDemonstracao contas, Historico historico) => contas.Todas
            .Where(conta => dominio is null || conta.Dominio == dominio)
            .SelectMany(conta => historico.DoDominio(conta.Dominio))
            .OrderBy(registro => registro.Inicio)
            .Select(Verdade));
    }

    private static IResult Corrigir(
        HttpRequest request, Guid id, CorrecaoPedida pedida, Historico historico, LigacoesDeMesa mesa, Gravacoes gravacoes,
        CallRow row, DespachanteDeWebhooks despachante)
    {
        if (historico.Buscar(id) is not { } anterior)
        {
            return Results.NotFound();
        }

        var registro = pedida.Aplicar(anterior);
        if (registro.TemGravacao && !File.Exists(gravacoes.ArquivoDe(id)))
        {
            mesa.Gravar(registro);
        }

        historico.Guardar(registro);
        if (pedida.Webhook == true)
        {
            despachante.Repetir(registro, row.RecordingUrl(registro, row.BaseUrl(request)));
        }

        return Results.Ok(Verdade(registro));
    }

    private static object Verdade(RegistroDeLigacao registro) => new
    {
        id = registro.Id,
        outroId = registro.OutroId,
        dominio = registro.Dominio,
        ramal = registro.Ramal,
        numero = registro.Numero,
        direcao = registro.Direcao.ToString().ToLowerInvariant(),
        inicio = registro.Inicio,
        atendidaEm = registro.AtendidaEm,
        fim = registro.Fim,
        duracaoSegundos = registro.DuracaoSegundos,
        causa = registro.Causa,
        gravacao = registro.TemGravacao,
    };
}
