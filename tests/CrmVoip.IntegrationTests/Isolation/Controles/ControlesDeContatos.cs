namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDeContatos : IControles
{
    public IEnumerable<Controle> Todos =>
    [
        Controle.De("GET /contatos"),
        Controle.De("GET /contatos/criar"),
        Controle.De("POST /contatos/criar").Form(_ => [("Nome", "Rita"), ("Empresa", "Sol"), ("Telefone", "(11) 96000-0077"), ("Email", "rita@sol.example")]),
        Controle.De("GET /contatos/{id:guid}").Com(c => c.Oportunidade.ContatoId),
        Controle.De("GET /contatos/{id:guid}/historico").Com(c => c.Oportunidade.ContatoId),
        Controle.De("GET /contatos/{id:guid}/ligacoes").Com(c => c.Oportunidade.ContatoId),
        Controle.De("POST /contatos/{id:guid}/dados").Com(c => c.Oportunidade.ContatoId)
            .Form(c => [("Nome", "Rita"), ("Empresa", "Sol"), ("Telefone", "(11) 96000-0078"), ("Email", "rita@sol.example"), Versao(c)]),
    ];

    private static (string, string?) Versao(Cenario c)
    {
        var versao = c.App.Banco.LerAsync($"select xmin::text from contatos where organizacao_id = '{c.Organizacao.Id}' and id = '{c.Oportunidade.ContatoId}'");
        return ("Versao", (string)versao.GetAwaiter().GetResult()[0][0]);
    }
}
