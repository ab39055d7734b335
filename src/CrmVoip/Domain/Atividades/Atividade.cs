using System.Text.Json.Serialization;

namespace CrmVoip.Domain.Atividades;

/// <summary>
/// One thing that happened, as the record keeps it: its properties are the JSON of <see cref="AuditLog.Dados"/>. They may be
/// missing in a fact that an older version wrote, and keep their names and meanings for ever; a property whose shape changes
/// gets a new name.
/// </summary>
public abstract record Atividade
{
    /// <summary>Its name in the record, one of <see cref="Acoes"/>.</summary>
    [JsonIgnore]
    public abstract string Acao { get; }

    /// <summary>The table of the row it happened to.</summary>
    [JsonIgnore]
    public abstract string Entidade { get; }
}
