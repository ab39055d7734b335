using CrmVoip.Domain.Telefonia;
using CrmVoip.Text;

namespace CrmVoip.Domain.Ligacoes;

/// <summary>
/// A call: the projection of its facts (ProjecaoDaLigacao). Id is chosen by the browser before the INVITE leaves. A call made
/// outside the product is made of the provider's record RegistroId, may have no person, and gives way (SubstituidaPor) when the
/// record turns out to be another call's. GravacaoUrl is the provider's address and never leaves the server.
/// </summary>
public sealed class Ligacao : Entidade
{
    /// <summary>A call that gave a sign more recently than this, two of the phone's heartbeats, is up.</summary>
    public static readonly TimeSpan VivaAte = TimeSpan.FromSeconds(30);

    public const int NotasMaximo = 10_000;
    public const int CausaMaximo = 80;
    public const int GravacaoUrlMaximo = 2000;
    public const int NumeroMaximo = 40;
    public const int DiscagemIdMaximo = 200;
    public const string RegistroIndice = "ix_ligacoes_registro";

    public Ligacao(Guid organizacaoId, Guid id, Guid? usuarioId, string numeroDestino, string numeroOrigem, DateTimeOffset inicioEm)
        : base(organizacaoId)
    {
        Id = id;
        UsuarioId = usuarioId;
        NumeroDestino = numeroDestino;
        NumeroOrigem = numeroOrigem;
        InicioEm = inicioEm;
        UltimoSinalEm = inicioEm;
    }

    /// <summary>Null for a call outside the product that nobody here took.</summary>
    public Guid? UsuarioId { get; private init; }

    public Guid? OportunidadeId { get; init; }

    /// <summary>Who was responsável of the deal when the call was made, and may hear it. Null: of no deal, or older than this was kept.</summary>
    public Guid? ResponsavelId { get; private set; }

    public Guid? ContatoId { get; init; }

    public OrigemDaLigacao Origem { get; private init; }

    /// <summary>The provider's record that a call outside the product was made of.</summary>
    public Guid? RegistroId { get; private init; }

    /// <summary>
    /// A person wrote down a call of a telephone that no provider of ours tells of. Its origin is outside, as the version before this
    /// one reads it; it is made of no record, and no record becomes it.
    /// </summary>
    public bool AMao { get; private init; }

    public Guid? SubstituidaPor { get; private set; }

    public string NumeroDestino { get; private init; }

    public string NumeroOrigem { get; private init; }

    public string? SipDomain { get; init; }

    /// <summary>Whether the ramal counted as this person's when the call began. No record of the provider is this call otherwise.</summary>
    public bool RamalConfirmado { get; init; } = true;

    public DirecaoDaLigacao Direcao { get; private init; } = DirecaoDaLigacao.Saida;

    /// <summary>The number on our side, whichever way the call went. Computed by the database.</summary>
    public string Ramal { get; private init; } = "";

    /// <summary>The number on the other side. Computed by the database.</summary>
    public string Contraparte { get; private init; } = "";

    /// <summary>The digits of that number from the last to the first: its last digits begin it. Computed by the database.</summary>
    public string ContraparteInvertida { get; private init; } = "";

    public ModoDeDiscagem Modo { get; private set; }

    /// <summary>When the provider was asked to dial, which happens once. Null in a call the browser dialled.</summary>
    public DateTimeOffset? DiscagemPedidaEm { get; private set; }

    /// <summary>The provider's handle of that request: good for hanging up, never the id of the call.</summary>
    public string? DiscagemId { get; private set; }

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

    /// <summary>By the database's clock: what was received before is never about this call.</summary>
    public DateTimeOffset CriadoEm { get; private init; }

    public Membro? Usuario { get; private init; }

    public Contato? Contato { get; private init; }

    public ResultadoDeLigacao? Resultado { get; private init; }

    public bool SabidaPeloProvedor => OrigemStatus is OrigemDoFato.Webhook or OrigemDoFato.Reconciliacao;

    public bool Terminada => Status != StatusDaLigacao.EmAndamento;

    public void DarResponsavel(Guid? usuarioId) => ResponsavelId = usuarioId;

    /// <summary>A call of the provider that none of ours is. Its status and times come from projecting the record.</summary>
    public static Ligacao DeFora(Guid organizacaoId, Guid registroId, RelatoDoProvedor relato, DateTimeOffset inicioEm, QuemFalou quem) =>
        new(
            organizacaoId,
            Guid.CreateVersion7(),
            quem.UsuarioId,
            relato.Entrada ? relato.Ramal ?? "" : quem.Numero,
            relato.Entrada ? quem.Numero : relato.Ramal ?? "",
            inicioEm)
        {
            Origem = OrigemDaLigacao.ForaDoCrm,
            RegistroId = registroId,
            Direcao = relato.Entrada ? DirecaoDaLigacao.Entrada : DirecaoDaLigacao.Saida,
            SipDomain = relato.Dominio,
            ContatoId = quem.ContatoId,
            OportunidadeId = quem.OportunidadeId,
        };

    /// <summary>What a person says of a call made on another telephone: all that will ever be known of it.</summary>
    /// <param name="organizacaoId">Whose it is.</param>
    /// <param name="quem">Who talked; the number on the other side; whom and what it is about.</param>
    /// <param name="dita">What is said of the call.</param>
    /// <param name="agora">It cannot have ended later.</param>
    public static Ligacao EscritaAMao(Guid organizacaoId, QuemFalou quem, LigacaoDita dita, DateTimeOffset agora)
    {
        var entrada = dita.Direcao == DirecaoDaLigacao.Entrada;
        var fim = dita.InicioEm + dita.Conversa;
        return new(organizacaoId, Guid.CreateVersion7(), quem.UsuarioId, entrada ? "" : quem.Numero, entrada ? quem.Numero : "", dita.InicioEm)
        {
            Origem = OrigemDaLigacao.ForaDoCrm,
            AMao = true,
            RamalConfirmado = false,
            Direcao = dita.Direcao,
            ContatoId = quem.ContatoId,
            OportunidadeId = quem.OportunidadeId,
            Status = dita.Atendida ? StatusDaLigacao.Atendida : StatusDaLigacao.NaoAtendida,
            AtendidaEm = dita.Atendida ? dita.InicioEm : null,
            FimEm = fim < agora ? fim : agora,
            DuracaoSegundos = (int)dita.Conversa.TotalSeconds,
        };
    }

    /// <summary>Rebuilds this row from all its facts and its record; the order they arrived in does not matter.</summary>
    public void Projetar(IReadOnlyCollection<LigacaoEvento> eventos, RelatoDoProvedor? relato = null, TimeSpan adiantado = default)
    {
        var projecao = ProjecaoDaLigacao.De(eventos, relato, PeloDiscador ? ModoDeDiscagem.Dialer : ModoDeDiscagem.Sip, adiantado);
        Status = projecao.Status;
        OrigemStatus = projecao.Origem;
        CausaDesligamento = projecao.Causa?.Cortado(CausaMaximo);
        AtendidaEm = projecao.AtendidaEm;
        FimEm = projecao.FimEm;
        DuracaoSegundos = projecao.DuracaoSegundos;
        GravacaoUrl = projecao.GravacaoUrl is { Length: <= GravacaoUrlMaximo } url ? url : null;
        ProvedorIds = projecao.ProvedorIds;
        Metadata = Metadata.Com(projecao);
    }

    /// <summary>The record was another call's: this one leaves lists and totals, and its note goes along where there is none.</summary>
    public void SubstituirPor(Ligacao outra)
    {
        SubstituidaPor = outra.Id;
        if (outra.Notas is null && outra.ResultadoId is null)
        {
            (outra.Notas, outra.ResultadoId) = (Notas, ResultadoId);
        }
    }

    /// <summary>The record is nobody else's after all.</summary>
    /// <param name="outra">The call that stood for it: a note that came along with the record, and was not touched since, goes back.</param>
    public void VoltarAContar(Ligacao? outra)
    {
        SubstituidaPor = null;
        if (outra is { NotasVersao: 0 } && (outra.Notas, outra.ResultadoId) == (Notas, ResultadoId))
        {
            (outra.Notas, outra.ResultadoId) = (null, null);
        }
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

    /// <summary>Says outcome and note afterwards: newer than what the telephone has said until now, also where that arrives later.</summary>
    public void Corrigir(string? notas, Guid? resultadoId, DateTimeOffset agora) =>
        Anotar(notas, resultadoId, Math.Max(NotasVersao + 1, agora.ToUnixTimeMilliseconds()));

    // The bag is written too: the previous version, which may run beside this one, reads it there.
    public void ComModo(ModoDeDiscagem modo)
    {
        Modo = modo;
        Metadata = Metadata with { Modo = modo.ToString() };
    }

    public bool PeloDiscador => Modo == ModoDeDiscagem.Dialer || Metadata.Modo == nameof(ModoDeDiscagem.Dialer);

    /// <returns>False when it was asked before: a second request would call the customer twice.</returns>
    public bool PedirDiscagem(DateTimeOffset agora)
    {
        if ((DiscagemPedidaEm ?? Metadata.DiscagemPedidaEm) is not null)
        {
            return false;
        }

        DiscagemPedidaEm = agora;
        Metadata = Metadata with { DiscagemPedidaEm = agora };
        return true;
    }

    public void GuardarDiscagem(string discagemId)
    {
        DiscagemId = discagemId.Length > DiscagemIdMaximo ? null : discagemId;
        Metadata = Metadata with { DiscagemId = discagemId };
    }

    public void ConferirDepoisDe(DateTimeOffset quando) => ConferirEm = quando;

    public void RegistrarConferencia(DateTimeOffset? proxima)
    {
        Conferencias++;
        ConferirEm = proxima;
    }
}
