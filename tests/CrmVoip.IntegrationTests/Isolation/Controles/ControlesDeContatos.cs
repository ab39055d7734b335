namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDeContatos : IControles
{
    private const string EntreOutros = "it stands beside the forms of the other telephones, whose fields have the same names; TelefonesTests spoils it";

    public IEnumerable<Controle> Todos =>
    [
        Controle.De("GET /contatos"),
        Controle.De("GET /contatos/criar"),
        Controle.De("POST /contatos/criar").Form(_ => [("Nome", "Rita"), ("Empresa", "Sol"), ("Telefone", "(11) 96000-0077"), ("Email", "rita@sol.example")]),
        Controle.De("GET /contatos/{id:guid}").Com(c => c.Oportunidade.ContatoId),
        Controle.De("GET /contatos/{id:guid}/historico").Com(c => c.Oportunidade.ContatoId),
        Controle.De("GET /contatos/{id:guid}/ligacoes").Com(c => c.Oportunidade.ContatoId),
        Controle.De("GET /contatos/{id:guid}/ligacoes/registrar").Com(c => c.Oportunidade.ContatoId),
        Controle.De("POST /contatos/{id:guid}/ligacoes/registrar").Com(c => c.Oportunidade.ContatoId).Form(ControlesDeVendas.AMao).SemLimite("Nota"),
        Controle.De("POST /contatos/{id:guid}/dados").Com(c => c.Oportunidade.ContatoId)
            .Form(c => [("Nome", "Rita"), ("Empresa", "Sol"), ("Email", "rita@sol.example"), Versao(c)]),
        Controle.De("POST /contatos/{id:guid}/telefones").Com(c => c.Oportunidade.ContatoId).Form(_ => [("Numero", "(11) 96000-0079"), ("Tipo", "Casa")])
            .SemEstragar(EntreOutros),
        DoTelefone("").Form(_ => [("Numero", "(11) 96000-0080"), ("Tipo", "Casa")]).SemEstragar(EntreOutros),
        DoTelefone("/remover").Form(_ => []),
        DoTelefone("/principal").Form(_ => []),
        DoTelefone("/errado").Form(_ => []),
        DoTelefone("/certo").Form(_ => []),
        DoTelefone("/nao-ligar").Form(_ => []),
        DoTelefone("/liberar").Form(_ => []),
    ];

    private static Controle DoTelefone(string verbo) =>
        Controle.De("POST /contatos/{id:guid}/telefones/{telefoneId:guid}" + verbo).ComVarios(async c => [c.Oportunidade.ContatoId, await c.TelefoneAsync()]);

    private static (string, string?) Versao(Cenario c)
    {
        var versao = c.App.Banco.LerAsync($"select xmin::text from contatos where organizacao_id = '{c.Organizacao.Id}' and id = '{c.Oportunidade.ContatoId}'");
        return ("Versao", (string)versao.GetAwaiter().GetResult()[0][0]);
    }
}
