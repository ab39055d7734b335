namespace CrmVoip.Domain.Ligacoes;

/// <summary>
/// A call: the projection of its events (ProjecaoDaLigacao). Id is chosen by the browser before the INVITE leaves.
/// GravacaoUrl is the provider's address and never leaves the server.
/// </summary>
public sealed class Ligacao : Entidade
{
    /// <summary>A call that gave a sign more recently than this, two of the phone's heartbeats, is up.</summary>
    public static readonly TimeSpan VivaAte = TimeSpan.FromSeconds(30);

    public const int NotasMaximo = 10_000;
    public const int CausaMaximo = 80;
    public const int GravacaoUrlMaximo = 2000;

    public Ligacao(Guid organizacaoId, Guid id, Guid usuarioId, string numeroDestino, string numeroOrigem, DateTimeOffset inicioEm)
        : base(organizacaoId)
    {
        Id = id;
        UsuarioId = usuarioId;
        NumeroDestino = numeroDestino;
        NumeroOrigem = numeroOrigem;
        InicioEm = inicioEm;
        UltimoSinalEm = inicioEm;
    }

    public Guid UsuarioId { get; private init; }

    public Guid? OportunidadeId { get; init; }

    public Guid? ContatoId { get; init; }

    public string NumeroDestino { get; private init; }

    public string NumeroOrigem { get; private init; }

    public string? SipDomain { get; init; }

    public DirecaoDaLigacao Direcao { get; private init; } = DirecaoDaLigacao.Saida;

    public StatusDaLigacao Status { get; private set; } = StatusDaLigacao.EmAndamento;

    public OrigemDoFato OrigemStatus { get; private set; } = OrigemDoFato.Navegador;

    public string? CausaDesligamento { get; private set; }

    public int DuracaoSegundos { get; private set; }

    public DateTimeOffset InicioEm { get; private init; }

    public DateTimeOffset? AtendidaEm { get; private set; }

    public DateTimeOffset? FimEm { get; private set; }

    public string? GravacaoUrl { get; private set; }

    public string? Notas { get; private set; }

    public long NotasVersao { get; private set; }

    public Guid? ResultadoId { get; private set; }

    public string[] ProvedorIds { get; private set; } = [];

    public MetadadosDaLigacao Metadata { get; private set; } = new();

    public DateTimeOffset UltimoSinalEm { get; private set; }

    /// <summary>When to ask the provider about this call next; null when nothing is left to ask.</summary>
    public DateTimeOffset? ConferirEm { get; private set; }

    public int Conferencias { get; private set; }

    public DateTimeOffset CriadoEm { get; private init; } = DateTimeOffset.UtcNow;

    public Membro? Usuario { get; private init; }

    public Contato? Contato { get; private init; }

    public ResultadoDeLigacao? Resultado { get; private init; }

    public bool Terminada => Status != StatusDaLigacao.EmAndamento;

    /// <summary>Rebuilds this row from all its facts; the order they arrived in does not matter.</summary>
    public void Projetar(IReadOnlyCollection<LigacaoEvento> eventos)
    {
        var projecao = ProjecaoDaLigacao.De(eventos);
        Status = projecao.Status;
        OrigemStatus = projecao.Origem;
        CausaDesligamento = projecao.Causa is { Length: > CausaMaximo } longa ? longa[..CausaMaximo] : projecao.Causa;
        AtendidaEm = projecao.AtendidaEm;
        FimEm = projecao.FimEm;
        DuracaoSegundos = projecao.DuracaoSegundos;
        GravacaoUrl = projecao.GravacaoUrl is { Length: <= GravacaoUrlMaximo } url ? url : null;
        ProvedorIds = projecao.ProvedorIds;
        Metadata = Metadata.Com(projecao);
    }

    public void DarSinal(DateTimeOffset agora) => UltimoSinalEm = agora > UltimoSinalEm ? agora : UltimoSinalEm;

    /// <summary>Keeps the newest version of the note; a late, older one is ignored. True when it was kept.</summary>
    public bool Anotar(string? notas, Guid? resultadoId, long versao)
    {
        if (versao < NotasVersao)
        {
            return false;
        }

        Notas = string.IsNullOrWhiteSpace(notas) ? null : notas.Replace("\0", "", StringComparison.Ordinal);
        ResultadoId = resultadoId;
        NotasVersao = versao;
        return true;
    }

    public void ComModo(ModoDeDiscagem modo) => Metadata = Metadata with { Modo = modo.ToString() };

    public bool PeloDiscador => Metadata.Modo == nameof(ModoDeDiscagem.Dialer);

    /// <returns>False when it was asked before: a second request would call the customer twice.</returns>
    public bool PedirDiscagem(DateTimeOffset agora)
    {
        if (Metadata.DiscagemPedidaEm is not null)
        {
            return false;
        }

        Metadata = Metadata with { DiscagemPedidaEm = agora };
        return true;
    }

    public void GuardarDiscagem(string discagemId) => Metadata = Metadata with { DiscagemId = discagemId };

    public void ConferirDepoisDe(DateTimeOffset quando) => ConferirEm = quando;

    public void RegistrarConferencia(DateTimeOffset? proxima)
    {
        Conferencias++;
        ConferirEm = proxima;
    }
}
