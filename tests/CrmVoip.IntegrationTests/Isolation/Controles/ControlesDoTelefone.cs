using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDoTelefone : IControles
{
    public IEnumerable<Controle> Todos =>
    [
        Controle.De("POST /ligacoes").Json(c => new { id = Guid.NewGuid(), numero = CenaDeLigacao.Numero, contatoId = c.Oportunidade.ContatoId, oportunidadeId = c.Oportunidade.Id }),
        Controle.De("GET /ligacoes/{id:guid}").Com(c => c.LigacaoId),
        Controle.De("POST /ligacoes/{id:guid}/eventos").Com(c => c.LigacaoId)
            .Json(_ => new { eventos = new[] { new { id = Guid.NewGuid(), tipo = "mudo", em = DateTimeOffset.UtcNow } } }),
        Controle.De("POST /ligacoes/{id:guid}/batimento").Com(c => c.LigacaoId),
        Controle.De("PUT /ligacoes/{id:guid}/notas").Com(c => c.LigacaoId).Json(c => new { notas = "Ligar amanhã", resultadoId = c.ResultadoId, versao = 9 }),
        Controle.De("GET /ligacoes/{id:guid}/anotacao").Com(c => c.LigacaoId),
        Controle.De("GET /ligacoes/{id:guid}/correcao").Com(c => c.LigacaoId),
        Controle.De("POST /ligacoes/{id:guid}/correcao").Com(c => c.LigacaoId)
            .Form(c => [("ResultadoId", $"{c.ResultadoId}")])
            .SemEstragar("its fields carry the id of their call, for several stand on a page; CorrigirLigacaoTests spoils it"),
        Controle.De("GET /telefonia/recordings/{ligacaoId:guid}").Com(c => c.LigacaoId),
        Controle.De("POST /telefonia/credenciais"),
        Controle.De("GET /telefonia/linha"),
        Controle.De("POST /telefonia/validate").Json(c => new { token = SimuladorDeTeste.Token, baseUrl = c.Simulador.BaseUrl }),
        Controle.De("POST /telefonia/validate-extension")
            .Json(_ => new { extension = "1001", password = "ramal-1001-aurora", sipServer = SimuladorDeTeste.Dominio }),
        Controle.De("POST /ramais").Form(
            _ => [("Extension", "1001"), ("Senha", "ramal-1001-aurora"), ("SipServer", SimuladorDeTeste.Dominio), ("NomeExibicao", "Ana"), ("Status", "Ativo")],
            "Senha"),
        Controle.De("POST /conexoes/api4com").Form(c => [("Token", SimuladorDeTeste.Token), ("BaseUrl", c.Simulador.BaseUrl)], "Token", "TurnSenha"),
    ];
}
