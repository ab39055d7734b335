using CrmVoip.Domain.Busca;

namespace CrmVoip.Domain;

public enum SituacaoDaOportunidade
{
    Aberta,
    Ganha,
    Perdida,
}

/// <summary>A deal on the board. Posicao is a fractional index (see Domain/Posicao), unique within its etapa.</summary>
public sealed class Oportunidade(Guid organizacaoId, string titulo) : Entidade(organizacaoId), IPesquisavel
{
    public const int TituloMaximo = 120;
    public const decimal ValorMaximo = 999_999_999.99m;
    public const int ProximoPassoMaximo = 160;
    public const int DetalheDaPerdaMaximo = 500;

    public Guid EtapaId { get; private set; }

    public Guid ContatoId { get; private set; }

    public Guid ResponsavelId { get; private set; }

    public string Titulo { get; private set; } = titulo;

    public decimal Valor { get; private set; }

    public string Posicao { get; private set; } = "";

    public SituacaoDaOportunidade Situacao { get; private set; } = SituacaoDaOportunidade.Aberta;

    public DateTimeOffset NaEtapaDesde { get; private set; }

    /// <summary>What the rep has promised to do next, and the day (in the organization's time zone) it is due.</summary>
    public string? ProximoPasso { get; private set; }

    public DateOnly? ProximoPassoEm { get; private set; }

    public DateTimeOffset? EncerradaEm { get; private set; }

    public Guid? MotivoDePerdaId { get; private set; }

    public string? DetalheDaPerda { get; private set; }

    /// <summary>Who asked its responsável for it; null once that is answered, or it went to somebody.</summary>
    public Guid? PedidaPorId { get; private set; }

    public DateTimeOffset? PedidaEm { get; private set; }

    public DateTimeOffset CriadaEm { get; init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset AtualizadaEm { get; private set; } = DateTimeOffset.UtcNow;

    public string? Busca { get; private set; }

    public TipoPesquisavel TipoPesquisavel => TipoPesquisavel.Oportunidade;

    /// <summary>The contact's words are the contact's own.</summary>
    public ConteudoPesquisavel ConteudoPesquisavel => new([Titulo], []);

    /// <summary>PostgreSQL's xmin: carried by forms, so that a stale edit is refused.</summary>
    public uint Versao { get; private init; }

    public Contato? Contato { get; private init; }

    public Membro? Responsavel { get; private init; }

    public Membro? PedidaPor { get; private init; }

    public Etapa? Etapa { get; private init; }

    public MotivoDePerda? MotivoDePerda { get; private init; }

    public void Editar(string titulo, decimal valor, Guid contatoId, Guid responsavelId, DateTimeOffset agora)
    {
        Titulo = titulo;
        Valor = valor;
        ContatoId = contatoId;
        AtualizadaEm = agora;
        if (responsavelId != ResponsavelId)
        {
            PassarPara(responsavelId, agora);
        }
    }

    public void Pedir(Guid usuarioId, DateTimeOffset agora)
    {
        if (Situacao != SituacaoDaOportunidade.Aberta)
        {
            throw new RegraVioladaException("Esta oportunidade já foi encerrada. Reabra antes de pedir.");
        }

        if (usuarioId == ResponsavelId)
        {
            throw new RegraVioladaException("Esta oportunidade já é sua.");
        }

        (PedidaPorId, PedidaEm) = (usuarioId, agora);
    }

    public void PassarPara(Guid usuarioId, DateTimeOffset agora)
    {
        EsquecerPedido();
        (ResponsavelId, AtualizadaEm) = (usuarioId, agora);
    }

    public void EsquecerPedido() => (PedidaPorId, PedidaEm) = (null, null);

    public void MoverPara(Guid etapaId, string posicao, DateTimeOffset agora)
    {
        if (Situacao != SituacaoDaOportunidade.Aberta)
        {
            throw new RegraVioladaException("Esta oportunidade já foi encerrada. Reabra antes de mudar a etapa.");
        }

        if (etapaId != EtapaId)
        {
            NaEtapaDesde = agora;
        }

        EtapaId = etapaId;
        Posicao = posicao;
        AtualizadaEm = agora;
    }

    /// <summary>Its stage is no more. Open or closed, it goes along.</summary>
    public void LevarPara(Guid etapaId, string posicao, DateTimeOffset agora) => (EtapaId, Posicao, NaEtapaDesde) = (etapaId, posicao, agora);

    public void Planejar(string? proximoPasso, DateOnly? em)
    {
        ProximoPasso = proximoPasso;
        ProximoPassoEm = em;
    }

    public void Ganhar(DateTimeOffset agora) => Encerrar(SituacaoDaOportunidade.Ganha, null, null, agora);

    public void Perder(Guid motivoId, string? detalhe, DateTimeOffset agora) => Encerrar(SituacaoDaOportunidade.Perdida, motivoId, detalhe, agora);

    /// <summary>Back on the board, where it was.</summary>
    public void Reabrir(DateTimeOffset agora)
    {
        if (Situacao == SituacaoDaOportunidade.Aberta)
        {
            throw new RegraVioladaException("Esta oportunidade já está aberta.");
        }

        Situacao = SituacaoDaOportunidade.Aberta;
        EncerradaEm = null;
        MotivoDePerdaId = null;
        DetalheDaPerda = null;
        AtualizadaEm = agora;
    }

    private void Encerrar(SituacaoDaOportunidade situacao, Guid? motivoId, string? detalhe, DateTimeOffset agora)
    {
        if (Situacao != SituacaoDaOportunidade.Aberta)
        {
            throw new RegraVioladaException("Esta oportunidade já foi encerrada. Reabra antes de mudar o desfecho.");
        }

        Situacao = situacao;
        EncerradaEm = AtualizadaEm = agora;
        MotivoDePerdaId = motivoId;
        DetalheDaPerda = detalhe;
    }
}
