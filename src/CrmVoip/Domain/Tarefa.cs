namespace CrmVoip.Domain;

public enum TipoDeTarefa
{
    Ligacao,
    Reuniao,
    Email,
    Proposta,
    Outra,
}

/// <summary>
/// What somebody has promised to do: about a deal, a contact, or nothing of the kind. Dia and Hora are of the organization's time
/// zone. Whatever changes one of a deal tells the deal, whose next step is the first of the open ones.
/// </summary>
public sealed class Tarefa(Guid organizacaoId, TipoDeTarefa tipo, string texto) : Entidade(organizacaoId)
{
    public const int TextoMaximo = Oportunidade.ProximoPassoMaximo;

    /// <summary>Of a next step that is a day alone.</summary>
    public const string SemTexto = "Próximo passo";

    /// <summary>Of one without a day: after all the others.</summary>
    public static readonly DateTimeOffset SemPrazo = new(2999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    public TipoDeTarefa Tipo { get; private set; } = tipo;

    public string Texto { get; private set; } = texto;

    public DateOnly? Dia { get; private set; }

    /// <summary>Of the day; none without one.</summary>
    public TimeOnly? Hora { get; private set; }

    /// <summary>Dia and Hora as one moment of a clock on the wall, whatever the zone; without an hour, the end of the day. What lists are ordered by.</summary>
    public DateTimeOffset Prazo { get; private set; } = SemPrazo;

    public Guid ResponsavelId { get; private set; }

    public Guid? OportunidadeId { get; private set; }

    /// <summary>Of a task that is of no deal. One of a deal is about the deal's contact.</summary>
    public Guid? ContatoId { get; private init; }

    public DateTimeOffset? ConcluidaEm { get; private set; }

    public Guid? ConcluidaPorId { get; private set; }

    public Guid? CriadaPorId { get; init; }

    public DateTimeOffset CriadaEm { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>PostgreSQL's xmin: carried by forms, so that a stale edit is refused.</summary>
    public uint Versao { get; private init; }

    public Oportunidade? Oportunidade { get; private set; }

    public Contato? Contato { get; private init; }

    public Membro? Responsavel { get; private init; }

    public bool Aberta => ConcluidaEm is null;

    public static DateTimeOffset PrazoDe(DateOnly? dia, TimeOnly? hora) => dia is { } d
        ? new DateTimeOffset(d.ToDateTime(hora ?? new TimeOnly(23, 59, 59)), TimeSpan.Zero)
        : SemPrazo;

    /// <param name="oportunidade">With its open tasks.</param>
    /// <param name="tipo">Its kind.</param>
    /// <param name="texto">What is to be done.</param>
    /// <param name="id">One that the caller knows it by; else a new one.</param>
    /// <param name="por">Who makes it.</param>
    public static Tarefa Da(Oportunidade oportunidade, TipoDeTarefa tipo, string texto, Guid? id = null, Guid? por = null) => new(oportunidade.OrganizacaoId, tipo, texto)
    {
        Id = id ?? Guid.CreateVersion7(),
        OportunidadeId = oportunidade.Id,
        ResponsavelId = oportunidade.ResponsavelId,
        CriadaPorId = por,
    };

    /// <summary>Of no deal: about a contact, or about nobody.</summary>
    public static Tarefa Avulsa(Guid organizacaoId, Guid responsavelId, Guid? contatoId, TipoDeTarefa tipo, string texto, Guid? id = null, Guid? por = null) => new(organizacaoId, tipo, texto)
    {
        Id = id ?? Guid.CreateVersion7(),
        ContatoId = contatoId,
        ResponsavelId = responsavelId,
        CriadaPorId = por,
    };

    public void Marcar(DateOnly? dia, TimeOnly? hora)
    {
        (Dia, Hora) = (dia, dia is null ? null : hora);
        Prazo = PrazoDe(Dia, Hora);
        Mudou();
    }

    public void Editar(TipoDeTarefa tipo, string texto)
    {
        (Tipo, Texto) = (tipo, texto);
        Mudou();
    }

    public void PassarPara(Guid usuarioId) => ResponsavelId = usuarioId;

    /// <summary>Done once is done: a second time changes neither when nor by whom.</summary>
    public void Concluir(Guid? por, DateTimeOffset agora)
    {
        if (Aberta)
        {
            (ConcluidaEm, ConcluidaPorId) = (agora, por);
            Mudou();
        }
    }

    public void Reabrir()
    {
        (ConcluidaEm, ConcluidaPorId) = (null, null);
        Mudou();
    }

    /// <summary>It is among the tasks of its deal now.</summary>
    internal void Entrar(Oportunidade oportunidade) => Oportunidade = oportunidade;

    private void Mudou() => Oportunidade?.EspelharPasso();
}
