using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Work of accounts, which are of no organization, goes into the same table.</summary>
    public partial class TrabalhosDeConta : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AbrirFilaAsContas("trabalhos");

        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("The walls are not taken down.");
    }
}
