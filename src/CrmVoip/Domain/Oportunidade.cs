namespace CrmVoip.Domain;

public enum SituacaoDaOportunidade
{
    Aberta,
    Ganha,
    Perdida,
}

/// <summary>A deal on the board. Posicao is a fractional index (see Domain/Posicao), unique within its etapa.</summary>
public sealed class Oportunidade(Guid organizacaoId, string titulo) : Entidade(organizacaoId)
{
    public const int TituloMaximo = 120;
    public const decimal ValorMaximo = 999_999_999_999.99m;
    public const string PosicaoIndice = "ix_oportunidades_posicao";

    public Guid EtapaId { get; private set; }

    public Guid ContatoId { get; private set; }

    public Guid ResponsavelId { get; private set; }

    public string Titulo { get; private set; } = titulo;

    public decimal Valor { get; private set; }

    public string Posicao { get; private set; } = "";

    public SituacaoDaOportunidade Situacao { get; private set; } = SituacaoDaOportunidade.Aberta;

    public DateTimeOffset NaEtapaDesde { get; private set; }

    public DateTimeOffset CriadaEm { get; init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset AtualizadaEm { get; private set; } = DateTimeOffset.UtcNow;

    /// <summary>PostgreSQL's xmin: carried by forms, so that a stale edit is refused.</summary>
    public uint Versao { get; private init; }

    public Contato? Contato { get; private init; }

    public Membro? Responsavel { get; private init; }

    public Etapa? Etapa { get; private init; }

    public void Editar(string titulo, decimal valor, Guid contatoId, Guid responsavelId, DateTimeOffset agora)
    {
        Titulo = titulo;
        Valor = valor;
        ContatoId = contatoId;
        ResponsavelId = responsavelId;
        AtualizadaEm = agora;
    }

    public void MoverPara(Guid etapaId, string posicao, DateTimeOffset agora)
    {
        if (etapaId != EtapaId)
        {
            NaEtapaDesde = agora;
        }

        EtapaId = etapaId;
        Posicao = posicao;
        AtualizadaEm = agora;
    }
}
