using CrmVoip.Web;

namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDosRecados : IControles
{
    public IEnumerable<Controle> Todos =>
    [
        Controle.De("POST /recados/vistos").Form(_ => [("ate", new Marco(DateTimeOffset.UtcNow, Guid.Empty).ToString())]).SemEstragar("its field is no person's: what it cannot be is not found"),
    ];
}
