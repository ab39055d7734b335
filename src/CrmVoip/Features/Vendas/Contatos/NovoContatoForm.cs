using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain;
using CrmVoip.Web;
using FluentValidation;

namespace CrmVoip.Features.Vendas.Contatos;

public sealed class NovoContatoForm
{
    [Display(Name = "Nome")]
    public string? Nome { get; set; }

    [Display(Name = "Empresa")]
    public string? Empresa { get; set; }

    /// <summary>One, or several with something between them.</summary>
    [Display(Name = "Telefone")]
    public string? Telefone { get; set; }

    [Display(Name = "E-mail")]
    public string? Email { get; set; }

    /// <summary>Though a contact has the number.</summary>
    public bool MesmoAssim { get; set; }

    public NovoContato Novo => new(Nome ?? "", Empresa, Telefone, Email);
}

public sealed class NovoContatoFormValidator : AbstractValidator<NovoContatoForm>
{
    public NovoContatoFormValidator()
    {
        RuleFor(f => f.Nome).NotEmpty().WithMessage("Informe o nome.").Ate(Contato.NomeMaximo);
        RuleFor(f => f.Empresa).Ate(Contato.EmpresaMaximo);
        RuleFor(f => f.Telefone).TelefoneSeHouver();
        RuleFor(f => f.Email).EmailSeHouver();
    }
}
