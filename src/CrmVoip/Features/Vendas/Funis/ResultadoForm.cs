using System.ComponentModel.DataAnnotations;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Text;
using CrmVoip.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CrmVoip.Features.Vendas.Funis;

/// <summary>The dialog of an outcome.</summary>
public sealed record ResultadoEmEdicao(string Titulo, string Botao, string Acao, ResultadoForm Form);

public sealed class ResultadoForm
{
    [Display(Name = "Nome")]
    public string? Nome { get; set; }

    public bool Relevante { get; set; }

    public bool PedeTarefa { get; set; }

    [Display(Name = "Ao salvar a ligação com ele")]
    public EfeitoNoNumero Efeito { get; set; }

    public EfeitosDoResultado Efeitos => new(Relevante, Efeito, PedeTarefa);

    public string Limpo => Digitado.Limpar(Nome);

    public static IReadOnlyList<SelectListItem> Opcoes { get; } = [.. Enum.GetValues<EfeitoNoNumero>().Select(e => new SelectListItem(EmPalavras(e), e.ToString()))];

    public static ResultadoForm De(ResultadoDeLigacao resultado) => new() { Nome = resultado.Nome, Relevante = resultado.Relevante, Efeito = resultado.Efeito, PedeTarefa = resultado.PedeTarefa };

    public static string EmPalavras(EfeitoNoNumero efeito) => efeito switch
    {
        EfeitoNoNumero.Errado => "Marcar o telefone como errado",
        EfeitoNoNumero.NaoLigar => "Marcar o número como não ligar",
        _ => "O telefone fica como está",
    };
}

public sealed class ResultadoFormValidator : AbstractValidator<ResultadoForm>
{
    public ResultadoFormValidator()
    {
        RuleFor(f => f.Nome).Cascade(CascadeMode.Stop)
            .Must(nome => Digitado.Limpar(nome).Length > 0).WithMessage("Informe o nome.")
            .Ate(ResultadoDeLigacao.NomeMaximo);
        RuleFor(f => f.Efeito).IsInEnum().WithMessage("Escolha da lista.");
    }
}
