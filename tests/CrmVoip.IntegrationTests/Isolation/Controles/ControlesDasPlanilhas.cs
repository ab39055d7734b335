using CrmVoip.Domain.Importacoes;

namespace CrmVoip.IntegrationTests.Isolation.Controles;

public sealed class ControlesDasPlanilhas : IControles
{
    public IEnumerable<Controle> Todos =>
    [
        Controle.De("GET /contatos/exportar"),
        Controle.De("GET /ligacoes/exportar"),
        Controle.De("GET /oportunidades/exportar"),
        Controle.De("GET /importacoes"),
        Controle.De("GET /importacoes/criar"),
        Controle.De("POST /importacoes/criar").Form(_ => [("Texto", "Nome;Telefone\nRita;(11) 96000-0077")]).SemLimite("Texto"),
        Da("GET", "", EstadoDaImportacao.Analisada),
        Da("GET", "/colunas", EstadoDaImportacao.Analisada),
        Da("POST", "/colunas", EstadoDaImportacao.Analisada).Form(_ => [("Colunas[0]", "Nome"), ("Colunas[1]", "Telefone"), ("TemTitulos", "true"), ("Repetida", "Pular")])
            .SemEstragar("its fields are choices, one for each column of the file; ImportarTests leaves out the name"),
        Da("POST", "/importar", EstadoDaImportacao.Analisada).Form(_ => []),
        Da("POST", "/descartar", EstadoDaImportacao.Analisada).Form(_ => []),
        Da("GET", "/recusadas", EstadoDaImportacao.Analisada),
        Da("GET", "/desfazer", EstadoDaImportacao.Concluida),
        Da("POST", "/desfazer", EstadoDaImportacao.Concluida).Form(_ => []),
    ];

    private static Controle Da(string metodo, string verbo, EstadoDaImportacao estado) =>
        Controle.De($"{metodo} /importacoes/{{id:guid}}{verbo}").Com(c => c.ImportacaoAsync(estado));
}
