namespace CrmVoip.Domain;

public enum TipoDeRecado
{
    /// <summary>Somebody named the person in a note.</summary>
    Mencao,

    /// <summary>Deals became the person's.</summary>
    Passagem,

    /// <summary>Somebody asks for a deal of the person's.</summary>
    Pedido,

    /// <summary>What the person asked for stays with who has it.</summary>
    PedidoRecusado,

    /// <summary>Tasks became the person's.</summary>
    Tarefa,
}

/// <summary>A word to one person about what somebody else did and the person ought to know of, until it is seen and after.</summary>
public sealed class Recado : Entidade
{
    /// <summary>Older ones go when the person gets another.</summary>
    public static readonly TimeSpan Guardado = TimeSpan.FromDays(90);

    private Recado(Guid organizacaoId)
        : base(organizacaoId)
    {
    }

    public TipoDeRecado Tipo { get; private init; }

    public Guid ParaId { get; private init; }

    /// <summary>Null: the product did it, in the work that follows a membership that ended.</summary>
    public Guid? DeId { get; private init; }

    /// <summary>The deal it is about; null of a note about a contact, of tasks, and of several deals.</summary>
    public Guid? OportunidadeId { get; private init; }

    public Guid? NotaId { get; private init; }

    public Guid? TarefaId { get; private init; }

    /// <summary>How many deals or tasks it is about.</summary>
    public int Quantidade { get; private init; } = 1;

    public DateTimeOffset CriadoEm { get; private init; }

    public DateTimeOffset? VistoEm { get; private init; }

    public Membro? De { get; private init; }

    public Oportunidade? Oportunidade { get; private init; }

    public Nota? Nota { get; private init; }

    public Tarefa? Tarefa { get; private init; }

    public static Recado Mencao(Nota nota, Guid paraId, Guid? deId, DateTimeOffset agora) =>
        new(nota.OrganizacaoId) { Tipo = TipoDeRecado.Mencao, ParaId = paraId, DeId = deId, NotaId = nota.Id, OportunidadeId = nota.OportunidadeId, CriadoEm = agora };

    public static Recado Sobre(Oportunidade oportunidade, TipoDeRecado tipo, Guid paraId, Guid? deId, DateTimeOffset agora) =>
        new(oportunidade.OrganizacaoId) { Tipo = tipo, ParaId = paraId, DeId = deId, OportunidadeId = oportunidade.Id, CriadoEm = agora };

    public static Recado DaTarefa(Tarefa tarefa, Guid? deId, DateTimeOffset agora) =>
        new(tarefa.OrganizacaoId) { Tipo = TipoDeRecado.Tarefa, ParaId = tarefa.ResponsavelId, DeId = deId, TarefaId = tarefa.Id, CriadoEm = agora };

    /// <param name="organizacaoId">Whose.</param>
    /// <param name="tipo">Passagem or Tarefa.</param>
    /// <param name="quantidade">How many.</param>
    /// <param name="paraId">Whose they are now.</param>
    /// <param name="deId">Who passed them.</param>
    /// <param name="agora">When.</param>
    public static Recado DeVarias(Guid organizacaoId, TipoDeRecado tipo, int quantidade, Guid paraId, Guid? deId, DateTimeOffset agora) =>
        new(organizacaoId) { Tipo = tipo, ParaId = paraId, DeId = deId, Quantidade = quantidade, CriadoEm = agora };
}
