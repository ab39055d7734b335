using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDeRamais : IControles
{
    public IEnumerable<Controle> Todos =>
    [
        Controle.De("POST /ramais/sugestao").Json(_ => new { extension = "1001" }),
        Controle.De("POST /ramais/organizacao/importar"),
        Controle.De("GET /ramais/organizacao/atribuir"),
        Controle.De("POST /ramais/organizacao/atribuir").Form(
            c => [("MembroId", $"{c.Pessoa.Id}"), ("Extension", "1009"), ("Senha", "ramal-1009"), ("SipServer", SimuladorDeTeste.Dominio), ("NomeExibicao", "Ana")],
            "Senha"),
        Controle.De("POST /ramais/organizacao/{id:guid}/status/{status}").ComVarios(async c => [await c.OutroRamalAsync(), "Inativo"]),
        Controle.De("POST /ramais/conferir"),
        Controle.De("POST /ramais/organizacao/{id:guid}/confirmar").Com(async c => await c.OutroRamalAsync()).Form(c => [("extension", c.UltimoRamal)]),
        Controle.De("GET /ramais/organizacao/{id:guid}/revogar").Com(async c => await c.OutroRamalAsync()),
        Controle.De("POST /ramais/organizacao/{id:guid}/revogar").Com(async c => await c.OutroRamalAsync()),
    ];
}
