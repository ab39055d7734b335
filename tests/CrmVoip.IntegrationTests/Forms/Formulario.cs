using System.Reflection;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Forms;

/// <summary>A route that takes a form, with the control that fills it rightly.</summary>
public sealed record Formulario(Rota Rota, Type Tipo, Controle Controle)
{
    public IEnumerable<PropertyInfo> Campos => Rota.CamposDe(Tipo);

    public IEnumerable<string> Textos => Campos.Where(p => p.PropertyType == typeof(string)).Select(p => p.Name);

    public IEnumerable<string> Outros => Campos.Where(p => p.PropertyType.IsValueType && p.PropertyType != typeof(bool)).Select(p => p.Name);

    public static List<(Rota Rota, Type Tipo)> Enumerar(IServiceProvider services) =>
        [
            .. from rota in Rota.Todas(services)
               where rota is { Insegura: true, Corpo: null }
               from entrada in rota.Entradas
               where entrada.BindingInfo?.BindingSource != BindingSource.Query
               where entrada.ParameterType.IsClass && entrada.ParameterType.Assembly == typeof(Program).Assembly
               select (rota, entrada.ParameterType),
        ];

    public static List<Formulario> Todos(IServiceProvider services) =>
        [
            .. from f in Enumerar(services)
               from controle in Controle.Todos
               where controle.Rota == f.Rota.Nome && controle.NaoSeEstraga is null
               select new Formulario(f.Rota, f.Tipo, controle),
        ];

    public static bool TemRegras(IServiceProvider services, Type tipo)
    {
        using var escopo = services.CreateScope();
        return escopo.ServiceProvider.GetService(typeof(IValidator<>).MakeGenericType(tipo)) is not null;
    }

    /// <summary>The control's values with one of them changed, as a browser would send them.</summary>
    public async Task<Resposta> EnviarAsync(Cenario cenario, params (string Campo, string Valor)[] mudados)
    {
        var corpo = (CorpoDeForm)(Controle.Corpo(cenario) ?? new CorpoDeForm([]));
        foreach (var (campo, valor) in mudados)
        {
            corpo = Controle.SoSem.TryGetValue(campo, out var outro) ? corpo.Com(outro, "").Com(campo, valor) : corpo.Com(campo, valor);
        }

        var http = Controle.SemEntrar ? cenario.App.Cliente() : cenario.Cliente.Http;
        var pagina = await ClienteDeTeste.PaginaAsync(await http.GetAsync(Controle.SemEntrar ? "/conta/entrar" : "/conta/organizacoes"));
        var enviado = corpo.Com("__RequestVerificationToken", ClienteDeTeste.Antiforgery(pagina));
        var caminho = (Rota.DaOrganizacao ? cenario.Organizacao.Base : "") + Rota.Caminho(await Controle.Valores(cenario));
        var resposta = await http.PostAsync(caminho, enviado.Conteudo());
        return new Resposta(this, (int)resposta.StatusCode, await ClienteDeTeste.PaginaAsync(resposta), corpo);
    }
}

/// <summary>The form as it came back.</summary>
public sealed record Resposta(Formulario Formulario, int Status, IHtmlDocument Pagina, CorpoDeForm Enviado)
{
    public string? Erro(string campo) => Pagina.GetElementById($"{campo}-erro")?.TextContent.Trim();

    public IEnumerable<string> Erros => Pagina.QuerySelectorAll(".campo__erro").Select(e => e.TextContent.Trim()).Where(e => e.Length > 0);

    public bool MarcadoComoErrado(string campo) => Pagina.GetElementById(campo)?.GetAttribute("aria-invalid") == "true";

    /// <summary>What was typed and is no longer there.</summary>
    public IEnumerable<string> Perdidos =>
        from enviado in Enviado.Campos
        where !Formulario.Controle.Segredos.Contains(enviado.Campo) && enviado.Valor is { Length: > 0 }
        let valor = Valor(enviado.Campo)
        where valor is not null && valor != enviado.Valor
        select enviado.Campo;

    public IEnumerable<string> SegredosMostrados =>
        Formulario.Controle.Segredos.Where(s => Valor(s) is { Length: > 0 });

    /// <summary>Null when the page has no such field.</summary>
    private string? Valor(string campo) => Pagina.QuerySelector($"main [name='{campo}'], form [name='{campo}']") switch
    {
        IHtmlSelectElement lista => lista.Value,
        IHtmlTextAreaElement area => area.Value,
        IElement entrada => entrada.GetAttribute("value") ?? "",
        _ => null,
    };
}
