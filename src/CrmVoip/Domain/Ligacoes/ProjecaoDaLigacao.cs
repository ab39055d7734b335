using System.Text.Json;

namespace CrmVoip.Domain.Ligacoes;

/// <summary>
/// What all the facts about a call amount to, whatever order they came in and however often.
/// The provider outranks the browser, the browser outranks the sweeper; an end beats no end; known beats unknown.
/// The sweeper's end is provisional: any later word of the browser voids it.
/// </summary>
public sealed record ProjecaoDaLigacao
{
    public const string SemSinal = "sem_sinal";

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

    public static ProjecaoDaLigacao De(IReadOnlyCollection<LigacaoEvento> eventos)
    {
        LigacaoEvento[] doMaisConfiavel =
        [
            .. eventos.OrderByDescending(e => e.Origem).ThenByDescending(e => e.OcorridoEm).ThenByDescending(e => e.Id),
        ];
        T? Primeiro<T>(Func<DadosDoEvento, T?> campo) => doMaisConfiavel.Select(e => campo(e.Dados)).FirstOrDefault(v => v is not null);

        var fatos = new ProjecaoDaLigacao
        {
            AtendidaEm = Atendimento(doMaisConfiavel),
            ChamadaSip = Primeiro(d => d.ChamadaSip),
            CodigoSip = Primeiro(d => d.CodigoSip),
            EncerradaPor = Primeiro(d => d.EncerradaPor),
            GravacaoUrl = Primeiro(d => d.GravacaoUrl),
            Bina = Primeiro(d => d.Bina),
            Preco = Primeiro(d => d.Preco),
            Qualidade = Primeiro(d => d.Qualidade),
            ProvedorIds = [.. eventos.Select(e => e.Dados.ProvedorId).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        };

        var fim = Array.Find(doMaisConfiavel, e => e.Tipo == TipoDeEvento.Encerrada && !Anulado(e, eventos));
        return fim is null ? fatos : fatos.Encerrada(fim, PalavraDoProvedor(doMaisConfiavel));
    }

    private ProjecaoDaLigacao Encerrada(LigacaoEvento fim, DateTimeOffset? palavraDoProvedor)
    {
        var fimEm = fim.Dados.FimEm ?? fim.OcorridoEm;
        var atendidaEm = fim.DoProvedor ? palavraDoProvedor ?? PelaDuracao(fim, fimEm) : AtendidaEm;
        return this with
        {
            Origem = fim.Origem,
            Status = atendidaEm is null ? SemAtendimento(fim) : StatusDaLigacao.Atendida,
            Causa = fim.Dados.CausaProvedor ?? fim.Dados.Causa ?? SemSinal,
            AtendidaEm = atendidaEm,
            FimEm = fimEm,
            DuracaoSegundos = atendidaEm is { } inicio ? Math.Max(0, (int)Math.Round((fimEm - inicio).TotalSeconds)) : 0,
        };
    }

    /// <summary>The provider's answer time if it gave one, else the browser's.</summary>
    private static DateTimeOffset? Atendimento(LigacaoEvento[] doMaisConfiavel) =>
        PalavraDoProvedor(doMaisConfiavel)
        ?? doMaisConfiavel
            .Where(e => e.Origem == OrigemDoFato.Navegador && e.Tipo == TipoDeEvento.Atendida)
            .Min(e => (DateTimeOffset?)e.OcorridoEm);

    private static DateTimeOffset? PalavraDoProvedor(LigacaoEvento[] doMaisConfiavel) =>
        doMaisConfiavel.Where(e => e.DoProvedor).Select(e => e.Dados.AtendidaEm).FirstOrDefault(em => em is not null);

    // The provider's list has no answer time, only talk time; a webhook that leaves it out means nobody answered.
    private static DateTimeOffset? PelaDuracao(LigacaoEvento fim, DateTimeOffset fimEm) =>
        fim.Origem == OrigemDoFato.Reconciliacao
        && CausaDoProvedor.AtendidaPelaDuracao(fim.Dados.CausaProvedor, fim.Dados.DuracaoSegundos)
            ? fimEm - TimeSpan.FromSeconds(fim.Dados.DuracaoSegundos ?? 0)
            : null;

    private static StatusDaLigacao SemAtendimento(LigacaoEvento fim) => fim.Origem switch
    {
        OrigemDoFato.Varredura => StatusDaLigacao.Cancelada,
        OrigemDoFato.Navegador => CausaDoNavegador(fim.Dados.Causa),
        _ => CausaDoProvedor.SemAtendimento(fim.Dados.CausaProvedor),
    };

    private static StatusDaLigacao CausaDoNavegador(string? causa) => causa switch
    {
        "busy" => StatusDaLigacao.Ocupado,
        "no_answer" => StatusDaLigacao.NaoAtendida,
        "rejected" => StatusDaLigacao.Recusada,
        "cancelled" or "normal" => StatusDaLigacao.Cancelada,
        _ => StatusDaLigacao.Falha,
    };

    private static bool Anulado(LigacaoEvento fim, IReadOnlyCollection<LigacaoEvento> eventos) =>
        fim.Origem == OrigemDoFato.Varredura
        && eventos.Any(e => e.Origem == OrigemDoFato.Navegador && e.RecebidoEm > fim.RecebidoEm);
}
