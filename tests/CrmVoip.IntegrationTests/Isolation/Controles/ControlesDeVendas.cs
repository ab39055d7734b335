namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDeVendas : IControles
{
    private static readonly string[] _contatoNovo = ["ContatoNome", "ContatoEmpresa", "ContatoTelefone"];

    public IEnumerable<Controle> Todos =>
    [
        Controle.De("GET /oportunidades/{id:guid}").Com(c => c.Oportunidade.Id),
        Controle.De("GET /oportunidades/{id:guid}/historico").Com(c => c.Oportunidade.Id),
        Controle.De("GET /oportunidades/{id:guid}/ligacoes").Com(c => c.Oportunidade.Id),
        Controle.De("GET /oportunidades/{id:guid}/editar").Com(c => c.Oportunidade.Id),
        Controle.De("POST /oportunidades/{id:guid}/editar").Com(c => c.Oportunidade.Id)
            .Form(c => Oportunidade(c, Versao(c))).ContamSoSem("ContatoId", _contatoNovo),
        Controle.De("POST /oportunidades/{id:guid}/etapa").Com(c => c.Oportunidade.Id).Form(c => [("etapaId", $"{c.Oportunidade.EtapaId}")]),
        Controle.De("GET /oportunidades/criar"),
        Controle.De("POST /oportunidades/criar")
            .Form(c => [.. Oportunidade(c), ("EtapaId", $"{c.Oportunidade.EtapaId}")]).ContamSoSem("ContatoId", _contatoNovo),
    ];

    private static (string, string?)[] Oportunidade(Cenario c, params (string, string?)[] mais) =>
    [
        ("Titulo", "Usina"), ("Valor", "10"), ("ContatoId", $"{c.Oportunidade.ContatoId}"), ("ResponsavelId", $"{c.Pessoa.Id}"), .. mais,
    ];

    private static (string, string?) Versao(Cenario c)
    {
        var versao = c.App.Banco.LerAsync($"select xmin::text from oportunidades where organizacao_id = '{c.Organizacao.Id}' and id = '{c.Oportunidade.Id}'");
        return ("Versao", (string)versao.GetAwaiter().GetResult()[0][0]);
    }
}
