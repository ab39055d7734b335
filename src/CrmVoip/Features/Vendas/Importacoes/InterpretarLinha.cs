using CrmVoip.Domain;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Text;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>What is wrong in a cell; of no column when what is missing has none.</summary>
public sealed record ErroNaCelula(int? Coluna, CampoDaImportacao Campo, string Mensagem);

/// <summary>A row as a contact, by the rules that the screens have.</summary>
public sealed record LinhaInterpretada(NovoContato Contato, IReadOnlyList<ErroNaCelula> Erros)
{
    /// <summary>By what a contact is known already: its numbers, also as others write them, and its e-mail.</summary>
    public IReadOnlyList<string> Chaves { get; } =
        [.. Contato.Numeros.SelectMany(n => NumeroDeTelefone.Variantes(n.E164)), .. Contato.Email is { } email ? [email.ToLowerInvariant()] : Array.Empty<string>()];

    /// <summary>What stands where telephones should and is none.</summary>
    public IReadOnlyList<string> TelefonesIlegiveis { get; init; } = [];

    public string Motivo => string.Join(" ", Erros.Select(e => $"{CamposDaImportacao.Nome(e.Campo)}: {e.Mensagem}"));
}

/// <summary>Reads rows as the columns of an import say.</summary>
public sealed class InterpretarLinha(IReadOnlyList<CampoDaImportacao> colunas, bool nonoDigito)
{
    private static readonly NovoContatoFormValidator _regras = new();
    private static readonly char[] _entreEmails = [';', ',', ' ', '\n'];

    public InterpretarLinha(Importacao importacao)
        : this(CamposDaImportacao.De(importacao.Colunas), importacao.NonoDigito)
    {
    }

    public LinhaInterpretada Ler(IReadOnlyList<string> celulas)
    {
        var erros = new List<ErroNaCelula>();
        var nome = string.Join(' ', De(CampoDaImportacao.Nome, celulas).Select(c => c.Texto));
        var empresa = De(CampoDaImportacao.Empresa, celulas).FirstOrDefault().Texto;
        var email = De(CampoDaImportacao.Email, celulas).Select(c => c.Texto.Split(_entreEmails, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()).FirstOrDefault();
        foreach (var erro in _regras.Validate(new NovoContatoForm { Nome = nome, Empresa = empresa, Email = email }).Errors)
        {
            var campo = Enum.Parse<CampoDaImportacao>(erro.PropertyName);
            erros.Add(new ErroNaCelula(Coluna(campo), campo, erro.ErrorMessage));
        }

        var numeros = De(CampoDaImportacao.Telefone, celulas).SelectMany(c => Numeros(c.Coluna, c.Texto, erros)).DistinctBy(n => n.E164).ToList();
        return new LinhaInterpretada(new NovoContato(nome, empresa, null, Digitado.Ler(email)) { Numeros = numeros }, erros)
        {
            TelefonesIlegiveis = [.. erros.Where(e => e.Campo == CampoDaImportacao.Telefone).Select(e => celulas[e.Coluna!.Value])],
        };
    }

    private List<NumeroDeTelefone> Numeros(int coluna, string texto, List<ErroNaCelula> erros)
    {
        var lidos = NumeroDeTelefone.LerTodos(texto).ToList();
        if (nonoDigito && NumeroDeTelefone.Sugerir(texto) is { } completo)
        {
            lidos.Add(completo);
        }

        if (lidos.Count == 0)
        {
            var recusas = _regras.Validate(new NovoContatoForm { Nome = "-", Telefone = texto }).Errors;
            erros.Add(new ErroNaCelula(coluna, CampoDaImportacao.Telefone, recusas.Count == 0 ? "Confira o telefone." : recusas[^1].ErrorMessage));
        }

        return lidos;
    }

    private IEnumerable<(int Coluna, string Texto)> De(CampoDaImportacao campo, IReadOnlyList<string> celulas) =>
        from i in Enumerable.Range(0, Math.Min(colunas.Count, celulas.Count))
        where colunas[i] == campo && celulas[i].Length > 0
        select (i, SemApostrofo(celulas[i]));

    // Our own files have one before what a spreadsheet would run.
    private static string SemApostrofo(string texto)
    {
        var sem = texto.TrimStart('\'');
        return Planilha.Desarmar(sem) == texto ? sem : texto;
    }

    private int? Coluna(CampoDaImportacao campo) =>
        Enumerable.Range(0, colunas.Count).Where(i => colunas[i] == campo).Select(i => (int?)i).FirstOrDefault();
}
