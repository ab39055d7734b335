using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>When a ramal was last used, and when a membership ended: columns, no longer questions to the audit log.</summary>
    public partial class UsosESaidas : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ultimo_uso_em",
                table: "ramais_titulares",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "usos_desde",
                table: "ramais_titulares",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "desativado_em",
                table: "membros",
                type: "timestamp with time zone",
                nullable: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ultimo_uso_em",
                table: "ramais_titulares");

            migrationBuilder.DropColumn(
                name: "usos_desde",
                table: "ramais_titulares");

            migrationBuilder.DropColumn(
                name: "desativado_em",
                table: "membros");
        }
    }
}
