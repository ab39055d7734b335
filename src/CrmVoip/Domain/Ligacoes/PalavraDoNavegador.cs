namespace CrmVoip.Domain.Ligacoes;

/// <summary>What the page's phone, and the sweeper in its absence, say about a call.</summary>
internal sealed class PalavraDoNavegador
{
    private readonly LigacaoEvento[] _doMaisConfiavel;

    public PalavraDoNavegador(IReadOnlyCollection<LigacaoEvento> eventos, ModoDeDiscagem modo)
    {
        _doMaisConfiavel =
        [
            .. eventos.Where(e => !e.DoProvedor)
                .OrderByDescending(e => e.Origem).ThenByDescending(e => e.OcorridoEm).ThenByDescending(e => e.Id),
        ];
        var doNavegador = Array.FindAll(_doMaisConfiavel, e => e.Origem == OrigemDoFato.Navegador);
        AtendidaEm = modo == ModoDeDiscagem.Sip ? doNavegador.Where(e => e.Tipo == TipoDeEvento.Atendida).Min(e => (DateTimeOffset?)e.OcorridoEm) : null;
        Fim = Array.Find(_doMaisConfiavel, e => e.Tipo == TipoDeEvento.Encerrada && !Superado(e, doNavegador));
    }

    /// <summary>When the line was up between this browser and the customer. In the dialer mode only the provider knows.</summary>
    public DateTimeOffset? AtendidaEm { get; }

    public LigacaoEvento? Fim { get; }

    public DateTimeOffset? FimEm => Fim?.OcorridoEm;

    public bool NossaPernaAtendeu => AtendidaEm is not null;

    /// <summary>Seconds the browser saw the line up; null when it does not know both ends.</summary>
    public int? Conversa =>
        AtendidaEm is { } de && Fim is { Origem: OrigemDoFato.Navegador, OcorridoEm: var ate } ? Math.Max(0, (int)Math.Round((ate - de).TotalSeconds)) : null;

    public StatusDaLigacao SemAtendimento => Fim switch
    {
        null or { Origem: OrigemDoFato.Varredura } => StatusDaLigacao.Cancelada,
        { Dados.Causa: var causa } => CausaDoNavegador.SemAtendimento(causa),
    };

    public T? Primeiro<T>(Func<DadosDoEvento, T?> campo) => _doMaisConfiavel.Select(e => campo(e.Dados)).FirstOrDefault(v => v is not null);

    // By the time it happened, not by the time it arrived: a fact of yesterday does not bring a call of today to life.
    private static bool Superado(LigacaoEvento fim, LigacaoEvento[] doNavegador) =>
        fim.Origem == OrigemDoFato.Varredura && Array.Exists(doNavegador, e => e.OcorridoEm > fim.OcorridoEm);
}
