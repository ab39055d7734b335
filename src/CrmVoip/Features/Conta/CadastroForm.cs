using System.ComponentModel.DataAnnotations;
using CrmVoip.Data;

namespace CrmVoip.Features.Conta;

/// <summary>A new account and its organization.</summary>
public sealed class CadastroForm : NovaContaForm, IComOrganizacao
{
    [Display(Name = "Nome da organização")]
    public string? Organizacao { get; set; }

    [Display(Name = "Endereço")]
    public string? Slug { get; set; }
}

public sealed class CadastroFormValidator : NovaContaFormValidator<CadastroForm>
{
    public CadastroFormValidator(CrmDbContext db)
    {
        RuleFor(f => f.Organizacao).NomeDeOrganizacao();
        RuleFor(f => f.Slug).EnderecoDeOrganizacao(db);
    }
}
