using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain.Importacoes;
using FluentValidation;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>What the columns of a spreadsheet mean, and what becomes of rows that repeat a contact.</summary>
public sealed class ColunasForm
{
    public List<CampoDaImportacao> Colunas { get; set; } = [];

    [Display(Name = "A primeira linha tem os títulos das colunas")]
    public bool TemTitulos { get; set; }

    [Display(Name = "Quando o contato já existe")]
    public LinhaRepetida Repetida { get; set; }

    [Display(Name = "Completar o nono dígito de celulares antigos")]
    public bool NonoDigito { get; set; }

    public static ColunasForm De(Importacao importacao) => new()
    {
        Colunas = [.. CamposDaImportacao.De(importacao.Colunas)],
        TemTitulos = importacao.TemTitulos,
        Repetida = importacao.Repetida,
        NonoDigito = importacao.NonoDigito,
    };
}

public sealed class ColunasFormValidator : AbstractValidator<ColunasForm>
{
    public ColunasFormValidator()
    {
        RuleFor(f => f.Colunas).Must(c => c.Contains(CampoDaImportacao.Nome)).WithMessage("Diga qual coluna tem o nome dos contatos.");
        RuleFor(f => f.Colunas).Must(c => c.Count <= Importacao.ColunasMaximo).WithMessage("São colunas demais.");
    }
}
