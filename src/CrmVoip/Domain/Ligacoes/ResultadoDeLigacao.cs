namespace CrmVoip.Domain.Ligacoes;

/// <summary>What becomes of the number that was called once a call is saved with an outcome.</summary>
public enum EfeitoNoNumero
{
    Nenhum,

    /// <summary>It is somebody else's: marked so in the contact of the call.</summary>
    Errado,

    /// <summary>Whoever answers there asked not to be called.</summary>
    NaoLigar,
}

/// <summary>What an outcome does: it counts as relevant, changes the number, asks for the next task.</summary>
public readonly record struct EfeitosDoResultado(bool Relevante, EfeitoNoNumero NoNumero, bool PedeTarefa);

/// <summary>The rep's outcome of a call, edited by the organization. SugeridoPara: the line statuses it is offered first for.</summary>
public sealed class ResultadoDeLigacao(Guid organizacaoId, string nome, int ordem) : Entidade(organizacaoId), IItemArquivavel
{
    public const int NomeMaximo = 60;
    public const string ConversaRelevante = "Conversa relevante";
    public const string NumeroErrado = "Número errado";
    private bool? _relevante;
    private EfeitoNoNumero? _efeito;

    public string Nome { get; private set; } = nome;

    public int Ordem { get; private set; } = ordem;

    public bool Ativo { get; private set; } = true;

    public StatusDaLigacao[] SugeridoPara { get; init; } = [];

    /// <summary>Whether a call with this outcome counts as relevant. Until somebody says so: the one every organization begins with.</summary>
    public bool Relevante
    {
        get => _relevante ?? Nome == ConversaRelevante;
        init => _relevante = value;
    }

    /// <summary>As Relevante: until somebody says so, by the name every organization begins with.</summary>
    public EfeitoNoNumero Efeito
    {
        get => _efeito ?? (Nome == NumeroErrado ? EfeitoNoNumero.Errado : EfeitoNoNumero.Nenhum);
        init => _efeito = value;
    }

    /// <summary>Whoever saves a call with it says what is to be done next.</summary>
    public bool PedeTarefa { get; private set; }

    public void Renomear(string nome)
    {
        // What a name said so far it says no more.
        (_relevante, _efeito) = (Relevante, Efeito);
        Nome = nome;
    }

    /// <returns>Whether that changed anything.</returns>
    public bool Ajustar(EfeitosDoResultado efeitos)
    {
        var antes = Efeitos;
        (_relevante, _efeito, PedeTarefa) = (efeitos.Relevante, efeitos.NoNumero, efeitos.PedeTarefa);
        return antes != efeitos;
    }

    public EfeitosDoResultado Efeitos => new(Relevante, Efeito, PedeTarefa);

    public void Ordenar(int ordem) => Ordem = ordem;

    public void Arquivar() => Ativo = false;

    public void Restaurar() => Ativo = true;
}
