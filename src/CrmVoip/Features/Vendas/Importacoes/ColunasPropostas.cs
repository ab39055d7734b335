using CrmVoip.Data;
using CrmVoip.Domain.Busca;
using CrmVoip.Domain.Importacoes;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>What the titles of a spreadsheet likely mean: as the organization said the last time, else by the words one uses.</summary>
public static class ColunasPropostas
{
    private const int Lembradas = 20;

    private static readonly Dictionary<string, CampoDaImportacao> _palavras = new (CampoDaImportacao Campo, string[] Titulos)[]
    {
        (CampoDaImportacao.Nome,
            [
                "nome", "nome completo", "nome do contato", "nome do cliente", "nome contato", "nome cliente", "contato", "contatos", "cliente", "clientes", "pessoa", "lead", "primeiro nome", "sobrenome",
                "name", "full name", "first name", "last name", "contact",
            ]),
        (CampoDaImportacao.Empresa,
            ["empresa", "nome da empresa", "companhia", "razao social", "nome fantasia", "fantasia", "organizacao", "conta", "company", "company name", "account", "organization"]),
        (CampoDaImportacao.Telefone,
            [
                "telefone", "telefones", "tel", "fone", "fones", "celular", "cel", "whatsapp", "whats", "zap", "numero", "numero de telefone", "outros telefones", "outro telefone",
                "telefone celular", "telefone fixo", "telefone comercial", "telefone residencial", "telefone principal", "fixo", "comercial", "ddd telefone", "phone", "phone number", "mobile", "mobile phone",
            ]),
        (CampoDaImportacao.Email, ["e mail", "email", "mail", "correio eletronico", "e mail principal", "email principal", "endereco de e mail", "e mail address", "email address"]),
    }.SelectMany(c => c.Titulos.Select(t => (t, c.Campo))).ToDictionary(c => c.t, c => c.Campo, StringComparer.Ordinal);

    /// <summary>Null for a first row that has no title one knows: then it is a row like the others.</summary>
    public static async Task<List<CampoDaImportacao>?> ColunasPropostasAsync(this CrmDbContext db, IReadOnlyList<string> primeira, CancellationToken ct)
    {
        var ditas = await db.ColunasDitasAsync(ct);
        var propostas = primeira.Select(t => ditas.TryGetValue(Dobrado(t), out var dita) ? dita : DeTitulo(t)).ToList();
        return propostas.Exists(c => c != CampoDaImportacao.Nenhum) ? propostas : null;
    }

    /// <summary>"Telefone 2" is a telephone too.</summary>
    public static CampoDaImportacao DeTitulo(string titulo) =>
        _palavras.GetValueOrDefault(Dobrado(titulo).TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' '));

    private static async Task<Dictionary<string, CampoDaImportacao>> ColunasDitasAsync(this CrmDbContext db, CancellationToken ct)
    {
        var antes = await db.Importacoes
            .Where(i => i.TemTitulos && i.Estado != EstadoDaImportacao.Rascunho)
            .OrderByDescending(i => i.CriadaEm).ThenByDescending(i => i.Id)
            .Take(Lembradas)
            .Select(i => new { i.Primeira, i.Colunas })
            .ToListAsync(ct);
        var ditas = new Dictionary<string, CampoDaImportacao>(StringComparer.Ordinal);
        foreach (var (titulo, campo) in antes.SelectMany(i => i.Primeira.Zip(i.Colunas)))
        {
            ditas.TryAdd(Dobrado(titulo), Enum.TryParse<CampoDaImportacao>(campo, out var dito) ? dito : CampoDaImportacao.Nenhum);
        }

        return ditas;
    }

    private static string Dobrado(string titulo) => string.Join(' ', TextoDobrado.Palavras(titulo));
}
