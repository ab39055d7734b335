using System.Text.Json;
using CrmVoip.Domain.Telefonia;

namespace CrmVoip.Domain.Ligacoes;

/// <summary>
/// What all the facts about a call amount to, whatever order they came in and however often. The provider outranks the browser
/// where it knows, the browser outranks the sweeper; an end beats no end; known beats unknown. The sweeper's end is provisional:
/// it gives way to any sign of life later than itself.
/// </summary>
public sealed record ProjecaoDaLigacao
{
    public const string SemSinal = "sem_sinal";

    /// <summary>The microphone was refused before anything was dialled: nobody was called.</summary>
    public const string Microfone = "microfone";

    public StatusDaLigacao Status { get; private init; } = StatusDaLigacao.EmAndamento;

    public OrigemDoFato Origem { get; private init; } = OrigemDoFato.Navegador;

    public string? Causa { get; private init; }

    public DateTimeOffset? AtendidaEm { get; private init; }

    public DateTimeOffset? FimEm { get; private init; }

    public int DuracaoSegundos { get; private init; }

    public string? GravacaoUrl { get; private init; }

    public string[] ProvedorIds { get; private init; } = [];

    public string? ChamadaSip { get; private init; }

    public int? CodigoSip { get; private init; }

    public string? EncerradaPor { get; private init; }

    public string? Bina { get; private init; }

    public decimal? Preco { get; private init; }

    public JsonElement? Qualidade { get; private init; }

    public Divergencia? Divergencia { get; private init; }

    /// <param name="eventos">Facts of the browser and the sweeper; of the provider only those an earlier version wrote.</param>
    /// <param name="relato">What the provider says in the record linked to this call, if one is.</param>
    /// <param name="modo">In the dialer mode the ramal's leg is no sign that the customer answered.</param>
    /// <param name="adiantado">How far the provider's clock is ahead of ours.</param>
    public static ProjecaoDaLigacao De(
        IReadOnlyCollection<LigacaoEvento> eventos,
        RelatoDoProvedor? relato = null,
        ModoDeDiscagem modo = ModoDeDiscagem.Sip,
        TimeSpan adiantado = default)
    {
        var navegador = new PalavraDoNavegador(eventos, modo);
        var fatos = new ProjecaoDaLigacao
        {
            AtendidaEm = navegador.AtendidaEm,
            ChamadaSip = navegador.Primeiro(d => d.ChamadaSip),
            CodigoSip = navegador.Primeiro(d => d.CodigoSip),
            EncerradaPor = navegador.Primeiro(d => d.EncerradaPor),
            Qualidade = navegador.Primeiro(d => d.Qualidade),
        };
        if ((relato ?? LeiturasAntigas.Relato(eventos)) is not { } dito)
        {
            return fatos.EncerradaPelo(navegador);
        }

        var provedor = new PalavraDoProvedor(dito, adiantado);
        fatos = fatos with
        {
            AtendidaEm = navegador.AtendidaEm ?? provedor.AtendidaEm,
            GravacaoUrl = dito.GravacaoUrl,
            Bina = dito.Bina,
            Preco = dito.Preco,
            ProvedorIds = dito.ProvedorIds,
        };
        return dito.Encerrada ? fatos.EncerradaPelo(provedor, navegador) : fatos.EncerradaPelo(navegador);
    }

    private ProjecaoDaLigacao EncerradaPelo(PalavraDoProvedor provedor, PalavraDoNavegador navegador)
    {
        var atendida = provedor.FoiAtendida(navegador);
        var fimEm = provedor.Fim(navegador);
        return this with
        {
            Origem = provedor.Origem,
            Status = atendida ? StatusDaLigacao.Atendida : SemAtendimento(provedor, navegador),
            Causa = provedor.Relato.Causa ?? navegador.Fim?.Dados.Causa ?? SemSinal,
            AtendidaEm = atendida ? NaoDepois(provedor.QuandoAtendeu(navegador, fimEm), fimEm) : null,
            FimEm = fimEm,
            DuracaoSegundos = atendida ? provedor.Duracao(navegador) : 0,
            Divergencia = Divergencia.Entre(navegador, provedor, atendida),
        };
    }

    private ProjecaoDaLigacao EncerradaPelo(PalavraDoNavegador navegador)
    {
        if (navegador.Fim is not { } fim)
        {
            return this;
        }

        return this with
        {
            Origem = fim.Origem,
            Status = AtendidaEm is null ? navegador.SemAtendimento : StatusDaLigacao.Atendida,
            Causa = CausaDita(fim.Dados.Causa),
            AtendidaEm = AtendidaEm is { } atendida ? NaoDepois(atendida, fim.OcorridoEm) : null,
            FimEm = fim.OcorridoEm,
            DuracaoSegundos = AtendidaEm is { } inicio ? Math.Max(0, (int)Math.Round((fim.OcorridoEm - inicio).TotalSeconds)) : 0,
        };
    }

    // A cause that says nothing leaves the word to the browser, which may know.
    private static StatusDaLigacao SemAtendimento(PalavraDoProvedor provedor, PalavraDoNavegador navegador) =>
        CausaDoProvedor.Conhecida(provedor.Relato.Causa) || navegador.Fim is null
            ? CausaDoProvedor.SemAtendimento(provedor.Relato.Causa)
            : navegador.SemAtendimento;

    // The answer by one clock and the end by another may be seconds off.
    private static DateTimeOffset NaoDepois(DateTimeOffset atendida, DateTimeOffset fim) => atendida <= fim ? atendida : fim;

    private static string CausaDita(string? causa) =>
        causa is null ? SemSinal : CausaDoNavegador.DoMicrofone(causa) ? Microfone : causa;
}
