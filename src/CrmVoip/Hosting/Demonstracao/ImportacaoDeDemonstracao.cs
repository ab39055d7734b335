using CrmVoip.Domain.Importacoes;

namespace CrmVoip.Hosting.Demonstracao;

/// <summary>A list from a fair that somebody is about to import: new contacts, one that exists, one that is there twice, and mistakes.</summary>
public static class ImportacaoDeDemonstracao
{
    private static readonly CampoDaImportacao[] _colunas =
        [CampoDaImportacao.Nome, CampoDaImportacao.Empresa, CampoDaImportacao.Telefone, CampoDaImportacao.Email, CampoDaImportacao.Nenhum];

    private static readonly string[][] _linhas =
    [
        ["Nome", "Empresa", "Celular", "E-mail", "Cidade"],
        ["Helena Prado", "Mercado Prado", "(11) 96000-0101", "helena@prado.example", "Itu"],
        ["Otávio Reis", "Reis Refrigeração", "11 96000-0102 / 11 3100-0102", "otavio@reis.example", "Salto"],
        ["Contato da feira", "", Elenco.Telefone(0), "", "Itu"],
        ["Sônia Muniz", "Clínica Muniz", "11 6000-0104", "", "Sorocaba"],
        ["Otávio", "Reis", "+55 (011) 96000-0102", "", "Salto"],
        ["", "Padaria Nova", "11 96000-0105", "padaria.example", "Itu"],
        ["Rafael Sá", "", "", "rafael@sa.example", "Campinas"],
    ];

    public static (Importacao Importacao, IEnumerable<LinhaDaImportacao> Linhas) Criar(Guid organizacaoId, Guid usuarioId)
    {
        var importacao = new Importacao(organizacaoId, usuarioId, "Feira de Energia 2026.csv", OrigemDaImportacao.Csv);
        importacao.Receber(_linhas[0], true, _colunas, _linhas.Length, (1, _linhas.Length));
        importacao.Analisar(_colunas, true, LinhaRepetida.Completar, nonoDigito: false);
        return (importacao, _linhas.Select((celulas, i) => new LinhaDaImportacao(organizacaoId, importacao.Id, i + 1, celulas)));
    }
}
